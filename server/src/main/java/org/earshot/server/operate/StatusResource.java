package org.earshot.server.operate;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.Visitor;

/// The operator's page.
@Path("/staff/status")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class StatusResource {

  /// A fact: what it is, its value, and whether it is as it should be.
  record Fact(String name, String value) {}

  /// One job's last run, in words.
  record JobLine(String name, String state, boolean failed, String error) {}

  /// The page.
  @CheckedTemplate(basePath = "operate", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Status(List<String> advice, List<Fact> facts, List<JobLine> jobs, List<Fact> keys)
      implements TemplateInstance {}

  private static final long MEGABYTE = 1_000_000;

  private final Health health;
  private final Visitor visitor;
  private final Clock clock;

  StatusResource(Health health, Visitor visitor, Clock clock) {
    this.health = health;
    this.visitor = visitor;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Roles.OPERATOR)
  public TemplateInstance show() {
    var reader = visitor.reader();
    var report = health.report();
    var numbers = report.numbers();
    var facts =
        List.of(
            fact(reader, "version", report.version()),
            fact(reader, "uptime", ago(reader, report.startedAt())),
            fact(
                reader,
                "database",
                reader.text(
                    "operate.database.is",
                    numbers.databaseVersion(),
                    numbers.databaseSize() / MEGABYTE)),
            fact(
                reader,
                "migrations",
                reader.text("operate.migrations.are", numbers.migrations(), numbers.migration())),
            fact(reader, "disk", reader.text("operate.megabytes", report.diskFree() / MEGABYTE)),
            fact(
                reader,
                "record",
                reader.text("operate.record.is", numbers.recordSize(), numbers.signedSize())),
            fact(reader, "checkpoint", ago(reader, numbers.checkpointAt())),
            fact(
                reader,
                "outbox",
                reader.text("operate.outbox.is", numbers.waiting(), numbers.failed())),
            fact(reader, "backup", ago(reader, numbers.backupAt())));
    return new Status(
        report.advice().stream()
            .map(advice -> reader.text(advice.key(), advice.arguments().toArray()))
            .toList(),
        facts,
        report.jobs().stream().map(job -> line(reader, job)).toList(),
        report.keys().stream()
            .map(
                key ->
                    new Fact(
                        key.name(),
                        reader.text(
                            "operate.key.is", key.fingerprint(), ago(reader, key.madeAt()))))
            .toList());
  }

  private static Fact fact(Reader reader, String name, String value) {
    return new Fact(reader.text("operate.fact." + name), value);
  }

  private JobLine line(Reader reader, StatusRows.JobRun job) {
    return new JobLine(
        job.name(), ago(reader, job.finishedAt()), job.failedAt().isPresent(), job.error());
  }

  private String ago(Reader reader, Optional<Instant> moment) {
    return moment.map(at -> ago(reader, at)).orElseGet(() -> reader.text("operate.never"));
  }

  private String ago(Reader reader, Instant moment) {
    var past = Duration.between(moment, clock.instant());
    if (past.toMinutes() < 1) {
      return reader.text("operate.ago.now");
    }
    if (past.toHours() < 1) {
      return reader.text("operate.ago.minutes", past.toMinutes());
    }
    return past.toHours() < 48
        ? reader.text("operate.ago.hours", past.toHours())
        : reader.text("operate.ago.days", past.toDays());
  }
}
