package org.earshot.server.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.earshot.server.platform.keys.Vault;
import org.jdbi.v3.core.Handle;

/// Second factors: codes of an authenticator app, and recovery codes for the day it is lost.
@ApplicationScoped
class SecondFactors {

  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_LENGTH = 12;
  private static final String RECOVERY_LETTERS = "23456789bcdfghjkmnpqrstvwxyz";

  /// What an app needs to make the codes.
  ///
  /// @param secret to type in, in groups of four
  /// @param address what the QR code says
  record Enrolment(String secret, String address) {}

  private final Vault vault;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SecondFactors(Vault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  /// Whether the code is the app's, not used before, or an unused recovery code, now used.
  boolean accepts(Handle handle, UUID staff, String typed) {
    var code = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    var accounts = new Accounts(handle);
    if (code.length() == RECOVERY_LENGTH) {
      return accounts.useRecoveryCode(staff, recoveryHash(staff, code), clock.instant());
    }
    var secrets = accounts.secrets(staff);
    return secrets.totpConfirmed() && acceptsTotp(accounts, secrets, staff, code);
  }

  private boolean acceptsTotp(
      Accounts accounts, Accounts.Secrets secrets, UUID staff, String code) {
    if (secrets.totpSealed().isEmpty()) {
      return false;
    }
    var secret = open(secrets.totpSealed().get());
    var step = Totp.matchingStep(secret, code, clock.instant(), secrets.totpLastStep());
    step.ifPresent(used -> accounts.setTotpStep(staff, used));
    return step.isPresent();
  }

  /// The secret of somebody who has not confirmed one yet; the same until they do.
  Enrolment enrolment(Handle handle, StaffAccount account, String issuer) {
    var accounts = new Accounts(handle);
    var sealed = accounts.secrets(account.id()).totpSealed();
    byte[] secret;
    if (sealed.isPresent()) {
      secret = open(sealed.get());
    } else {
      secret = vault.randomBytes(SECRET_BYTES);
      accounts.setTotp(account.id(), vault.seal(Base64.getEncoder().encodeToString(secret)));
    }
    var text = Totp.base32(secret);
    return new Enrolment(
        text.replaceAll("(.{4})(?!$)", "$1 "),
        "otpauth://totp/%s:%s?secret=%s&issuer=%s"
            .formatted(encode(issuer), encode(account.login()), text, encode(issuer)));
  }

  /// Confirms the app by a code of it; the recovery codes to show once, or nothing when the code
  /// was wrong.
  Optional<List<String>> confirm(Handle handle, UUID staff, String typed) {
    var accounts = new Accounts(handle);
    var secrets = accounts.secrets(staff);
    if (secrets.totpConfirmed()
        || !acceptsTotp(accounts, secrets, staff, typed.replaceAll("\\s", ""))) {
      return Optional.empty();
    }
    accounts.confirmTotp(staff, clock.instant());
    return Optional.of(renewRecoveryCodes(handle, staff));
  }

  /// Makes ten new recovery codes; the old ones no longer open anything.
  List<String> renewRecoveryCodes(Handle handle, UUID staff) {
    var codes = IntStream.range(0, RECOVERY_CODES).mapToObj(_ -> recoveryCode()).toList();
    new Accounts(handle)
        .replaceRecoveryCodes(
            staff, codes.stream().map(code -> recoveryHash(staff, code)).toList());
    return codes.stream().map(code -> code.replaceAll("(.{4})(?!$)", "$1-")).toList();
  }

  private String recoveryCode() {
    var code = new StringBuilder();
    for (int i = 0; i < RECOVERY_LENGTH; i++) {
      code.append(RECOVERY_LETTERS.charAt(random.nextInt(RECOVERY_LETTERS.length())));
    }
    return code.toString();
  }

  private byte[] recoveryHash(UUID staff, String code) {
    return vault.lookup("recovery:" + staff, code);
  }

  private byte[] open(byte[] sealed) {
    return Base64.getDecoder().decode(vault.open(sealed));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
