package org.earshot.server.demo;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.LongConsumer;
import org.earshot.demo.Community;
import org.earshot.server.answer.CaseHistory;
import org.earshot.server.listen.Intake;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.publish.Debts;
import org.earshot.server.reflect.Weeks;
import org.earshot.server.understand.Needs;
import org.jdbi.v3.core.Handle;

/// Fills an empty instance with the synthetic town, once. A fill that was cut off is begun anew.
@Singleton
final class DemoFiller {

  static final long SEED = 7;

  private final Database database;
  private final TownGround ground;
  private final Intake intake;
  private final Needs needs;
  private final CaseHistory cases;
  private final Places places;
  private final Bodies bodies;
  private final Debts debts;
  private final Weeks weeks;
  private final Clock clock;

  DemoFiller(
      Database database,
      TownGround ground,
      Intake intake,
      Needs needs,
      CaseHistory cases,
      Places places,
      Bodies bodies,
      Debts debts,
      Weeks weeks,
      Clock clock) {
    this.database = database;
    this.ground = ground;
    this.intake = intake;
    this.needs = needs;
    this.cases = cases;
    this.places = places;
    this.bodies = bodies;
    this.debts = debts;
    this.weeks = weeks;
    this.clock = clock;
  }

  boolean isFull() {
    return database.read(
        handle ->
            handle
                    .createQuery("SELECT count(*) FROM setting WHERE key = 'demo-filled'")
                    .mapTo(Long.class)
                    .one()
                > 0);
  }

  /// Whether somebody set this instance up for real.
  boolean belongsToSomebody() {
    return bodies.find().map(body -> !body.demo()).orElse(false);
  }

  /// Fills the town; `progress` hears how many voices are in after each day.
  void fill(int scale, String address, LongConsumer progress) {
    var town = Community.until(SEED, clock.instant(), scale);
    database.useTransaction(DemoFiller::empty);
    var ids = database.inTransaction(handle -> ground.lay(handle, town, address));
    var year = new YearReplay(town, ids, intake, needs, cases, places);
    long heard = 0;
    for (var day = town.firstDay(); !day.isAfter(town.lastDay()); day = day.plusDays(1)) {
      var today = day;
      heard += database.inTransaction(handle -> year.play(handle, today));
      progress.accept(heard);
    }
    database.useTransaction(
        handle -> {
          handle.execute("INSERT INTO setting (key, value) VALUES ('demo-filled', 'true')");
          showConsentedWords(handle);
          readOldChanges(handle);
          handle.execute("DELETE FROM frozen_figure"); // counted while the town was half full
        });
    debts.count();
    weeks.count();
  }

  /// Removes what a fill that was cut off left behind. Only ever called on a demo or an empty
  /// instance.
  private static void empty(Handle handle) {
    handle.execute(
        """
        DO $$ DECLARE name text; BEGIN
          FOR name IN SELECT quote_ident(tablename) FROM pg_tables
                       WHERE schemaname = current_schema()
                         AND tablename NOT IN ('flyway_schema_history', 'key_fingerprint', 'job_run')
          LOOP EXECUTE 'TRUNCATE ' || name || ' CASCADE'; END LOOP;
        END $$
        """);
  }

  /// In the town, staff have cleared what people allowed to be shown under public needs.
  private static void showConsentedWords(Handle handle) {
    handle.execute(
        """
        UPDATE voice v SET shown_words = v.words
          FROM need_voice nv JOIN need n ON n.id = nv.need_id
         WHERE nv.voice_id = v.id AND v.may_show AND n.shown
        """);
  }

  /// In the town, staff have seen what changed on their cases until yesterday.
  private static void readOldChanges(Handle handle) {
    handle.execute(
        """
        UPDATE case_work SET seen_at = changed_at
         WHERE assigned_to IS NOT NULL
           AND changed_at < (SELECT max(changed_at) - interval '1 day' FROM case_work)
        """);
  }
}
