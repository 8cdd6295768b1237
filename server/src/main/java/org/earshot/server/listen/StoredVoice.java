package org.earshot.server.listen;

import java.util.HexFormat;
import java.util.UUID;
import org.earshot.server.platform.keys.Vault;
import org.jspecify.annotations.Nullable;

/// A voice on its way into its tables, with what is derived from it.
///
/// @param sameAs by which a repetition is recognised
@SuppressWarnings("ArrayRecordComponent") // written once and never compared
record StoredVoice(
    UUID id,
    NewVoice voice,
    ReceiptCode code,
    byte[] codeLookup,
    byte[] codeSealed,
    byte @Nullable [] sameAs,
    @Nullable SealedContact contact) {

  /// A contact as it is stored, apart from the voice.
  record SealedContact(NewContact contact, byte[] sealed, byte[] lookup, String replyToken) {

    static SealedContact of(NewContact contact, Vault vault) {
      return new SealedContact(
          contact,
          vault.seal(contact.address()),
          lookup(contact.kind(), contact.address(), vault),
          HexFormat.of().formatHex(vault.randomBytes(12)));
    }

    static byte[] lookup(String kind, String address, Vault vault) {
      return vault.lookup("contact", kind + ' ' + address);
    }
  }
}
