package org.earshot.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/// A part of the city's administration that answers.
///
/// @param about one line that says what it is there for
/// @param promiseWorkingDays within how many working days it promises an answer
public record DemoService(
    String code,
    Texts name,
    Texts about,
    List<DayOfWeek> workingDays,
    List<LocalDate> holidays,
    int promiseWorkingDays) {

  public DemoService {
    workingDays = List.copyOf(workingDays);
    holidays = List.copyOf(holidays);
  }
}
