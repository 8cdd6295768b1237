package org.earshot.server.listen;

import java.util.UUID;
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
  record SealedContact(NewContact contact, byte[] sealed, byte[] lookup, String replyToken) {}
}
