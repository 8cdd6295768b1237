package org.earshot.server.listen;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.ibm.icu.util.TimeZone;
import java.net.IDN;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.earshot.server.platform.text.PlainText;

/// Reads e-mail addresses and telephone numbers as people type them.
final class ContactInput {

  private static final int LONGEST_ADDRESS = 254;
  private static final Pattern LOCAL_PART = Pattern.compile("[^\\s@<>\"(),:;\\\\\\[\\]]{1,64}");
  private static final Pattern DOMAIN =
      Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]+");

  private ContactInput() {}

  /// The address with its domain in lower case and ASCII; nothing when it cannot be one.
  static Optional<String> email(String typed) {
    var address = PlainText.lineOf(typed);
    int at = address.lastIndexOf('@');
    if (at < 1 || address.length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    var local = address.substring(0, at);
    String domain;
    try {
      domain = IDN.toASCII(address.substring(at + 1)).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notADomain) {
      return Optional.empty();
    }
    boolean fits =
        LOCAL_PART.matcher(local).matches()
            && !local.startsWith(".")
            && !local.endsWith(".")
            && !local.contains("..")
            && DOMAIN.matcher(domain).matches();
    return fits ? Optional.of(local + '@' + domain) : Optional.empty();
  }

  /// The number in E.164; numbers without a country are read as those of the body's zone. Nothing
  /// when it is not a number that can get messages.
  static Optional<String> mobile(String typed, ZoneId zone) {
    var numbers = PhoneNumberUtil.getInstance();
    try {
      var number = numbers.parse(PlainText.lineOf(typed), region(zone));
      if (!numbers.isValidNumber(number)) {
        return Optional.empty();
      }
      return switch (numbers.getNumberType(number)) {
        case MOBILE, FIXED_LINE_OR_MOBILE, PERSONAL_NUMBER, UNKNOWN ->
            Optional.of(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164));
        default -> Optional.empty();
      };
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  /// The country of a time zone ("GB" for Europe/London), or "ZZ" where it has none.
  static String region(ZoneId zone) {
    try {
      var region = TimeZone.getRegion(zone.getId());
      return region.length() == 2 ? region : "ZZ";
    } catch (IllegalArgumentException unknown) {
      return "ZZ";
    }
  }
}
