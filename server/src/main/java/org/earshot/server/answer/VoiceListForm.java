package org.earshot.server.answer;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is asked of a list of voices: a view, or words and filters, and where the page begins. What
/// cannot be read counts as not asked for.
public record VoiceListForm(
    @QueryParam("view") @Nullable String givenView,
    @QueryParam("q") @Nullable String givenWords,
    @QueryParam("service") @Nullable String givenService,
    @QueryParam("area") @Nullable String givenArea,
    @QueryParam("language") @Nullable String givenLanguage,
    @QueryParam("channel") @Nullable String givenChannel,
    @QueryParam("state") @Nullable String givenState,
    @QueryParam("from") @Nullable String givenFrom,
    @QueryParam("to") @Nullable String givenTo,
    @QueryParam("after") @Nullable String givenAfter) {

  public String view() {
    return text(givenView);
  }

  public String words() {
    return text(givenWords);
  }

  public String language() {
    return text(givenLanguage);
  }

  public String channel() {
    return text(givenChannel);
  }

  public String state() {
    return text(givenState);
  }

  public String area() {
    return text(givenArea);
  }

  public String serviceCode() {
    return text(givenService);
  }

  public String from() {
    return text(givenFrom);
  }

  public String to() {
    return text(givenTo);
  }

  @Nullable UUID service() {
    return id(text(givenService));
  }

  @Nullable UUID areaId() {
    return id(area());
  }

  @Nullable LocalDate fromDay() {
    return day(from());
  }

  @Nullable LocalDate toDay() {
    return day(to());
  }

  /// Whether anything but a view, a service and a page is asked for.
  public boolean searches() {
    return !(words() + language() + channel() + state() + area() + from() + to()).isEmpty();
  }

  CaseLists.@Nullable After afterCase() {
    return after(givenAfter);
  }

  /// Where the next page of a list begins.
  static String addressAfter(String list, CaseLine last) {
    return list
        + "?after="
        + URLEncoder.encode(last.sortKey() + '~' + last.voice(), StandardCharsets.UTF_8);
  }

  static CaseLists.@Nullable After after(@Nullable String given) {
    var parts = text(given).split("~", 2);
    var voice = parts.length < 2 ? null : id(parts[1]);
    return voice == null || !parts[0].matches("[0-9T:. +\\-Z]{8,40}")
        ? null
        : new CaseLists.After(parts[0], voice);
  }

  /// The address of the same list from another place on.
  String address(String after) {
    var address = new StringBuilder("/staff/voices?");
    add(address, "view", view());
    add(address, "q", words());
    add(address, "service", text(givenService));
    add(address, "area", area());
    add(address, "language", language());
    add(address, "channel", channel());
    add(address, "state", state());
    add(address, "from", from());
    add(address, "to", to());
    add(address, "after", after);
    return address.toString();
  }

  private static void add(StringBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address
          .append(address.charAt(address.length() - 1) == '?' ? "" : "&")
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  static @Nullable String orNull(String value) {
    return value.isEmpty() ? null : value;
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip().replace('\0', ' ');
  }

  static @Nullable UUID id(String text) {
    try {
      return text.length() == 36 ? UUID.fromString(text) : null;
    } catch (IllegalArgumentException notAnId) {
      return null;
    }
  }

  static @Nullable LocalDate day(String text) {
    try {
      return text.length() == 10 ? LocalDate.parse(text) : null;
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }
}
