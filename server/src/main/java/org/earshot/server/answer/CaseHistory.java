package org.earshot.server.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.jdbi.v3.core.Handle;

/// Puts what happened in the past into cases and ledger, with its own times: for the demo community
/// and for imports. The same rules and the same SQL as for what happens now, but nothing is sent.
@ApplicationScoped
public class CaseHistory {

  private final Ledger ledger;
  private final CaseActs caseActs;
  private final Sending sending;
  private final Checking checking;

  CaseHistory(Ledger ledger, CaseActs caseActs, Sending sending, Checking checking) {
    this.ledger = ledger;
    this.caseActs = caseActs;
    this.sending = sending;
    this.checking = checking;
  }

  /// Applies the acts in their order in the caller's transaction; about a thousand at once is best.
  /// Neighbours of one kind are written together, so lists that are sorted by kind go fastest. An
  /// act that no longer applies (a second first reading, say) is left out.
  public void apply(Handle handle, List<? extends PastAct> acts) {
    var done = new ArrayList<NewAct>();
    for (int first = 0; first < acts.size(); ) {
      int next = first + 1;
      while (next < acts.size() && acts.get(next).getClass() == acts.get(first).getClass()) {
        next++;
      }
      done.addAll(applyOneKind(handle, acts.subList(first, next)));
      first = next;
    }
    ledger.append(handle, done);
  }

  private List<NewAct> applyOneKind(Handle handle, List<? extends PastAct> acts) {
    return switch (acts.getFirst()) {
      case PastAct.Acknowledged _ ->
          caseActs.acknowledge(handle, only(PastAct.Acknowledged.class, acts));
      case PastAct.Assigned _ -> caseActs.assign(handle, only(PastAct.Assigned.class, acts));
      case PastAct.Transferred _ ->
          caseActs.transfer(handle, only(PastAct.Transferred.class, acts));
      case PastAct.PromiseMoved _ ->
          caseActs.movePromise(handle, only(PastAct.PromiseMoved.class, acts));
      case PastAct.Waiting _ -> caseActs.await(handle, only(PastAct.Waiting.class, acts));
      case PastAct.Noted _ -> caseActs.note(handle, only(PastAct.Noted.class, acts));
      case PastAct.Answered _ -> sending.giveQuietly(handle, only(PastAct.Answered.class, acts));
      case PastAct.AlsoGiven _ -> sending.giveLater(handle, only(PastAct.AlsoGiven.class, acts));
      case PastAct.Checked _ -> checking.check(handle, only(PastAct.Checked.class, acts));
    };
  }

  private static <T extends PastAct> List<T> only(Class<T> kind, List<? extends PastAct> acts) {
    return acts.stream().map(kind::cast).toList();
  }
}
