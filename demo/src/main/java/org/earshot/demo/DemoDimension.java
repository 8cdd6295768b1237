package org.earshot.demo;

import java.util.List;

/// One way in which the census divides the people, for example by age.
public record DemoDimension(String code, Texts name, List<DemoSegment> segments) {

  public DemoDimension {
    segments = List.copyOf(segments);
  }
}
