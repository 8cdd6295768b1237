package org.earshot.server.answer;

/// How long a text message is, in the parts that are charged for: 160 characters of the GSM 7-bit
/// alphabet (153 in each of several), or 70 (67) UTF-16 units when one character lies outside it.
/// Source: 3GPP TS 23.038 and 23.040.
record SmsLength(int characters, int parts) {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "^{}\\[~]|€";

  static SmsLength of(String text) {
    int units = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (BASIC.indexOf(character) >= 0) {
        units++;
      } else if (EXTENDED.indexOf(character) >= 0) {
        units += 2;
      } else {
        return new SmsLength(text.length(), parts(text.length(), 70, 67));
      }
    }
    return new SmsLength(units, parts(units, 160, 153));
  }

  private static int parts(int units, int alone, int each) {
    return units <= alone ? 1 : (units + each - 1) / each;
  }
}
