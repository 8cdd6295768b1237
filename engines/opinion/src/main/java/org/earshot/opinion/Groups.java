package org.earshot.opinion;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Who is in which opinion group.
///
/// People who voted on too few statements are not in the conversation, and in no group.
public final class Groups {

  /// In no group.
  public static final int NONE = -1;

  private final int[] groupOf;
  private final int count;
  private final SortedMap<Integer, Double> silhouettes;

  Groups(int[] groupOf, int count, SortedMap<Integer, Double> silhouettes) {
    this.groupOf = groupOf;
    this.count = count;
    this.silhouettes = Collections.unmodifiableSortedMap(new TreeMap<>(silhouettes));
  }

  /// How many groups there are; 1 says that no distinct groups were found.
  public int count() {
    return count;
  }

  /// A person's group, or [#NONE].
  public int of(int person) {
    return groupOf[person];
  }

  /// Whether the person voted on enough statements to be in a group.
  public boolean inConversation(int person) {
    return groupOf[person] != NONE;
  }

  /// How many people are in a group.
  public int size(int group) {
    return (int) Arrays.stream(groupOf).filter(of -> of == group).count();
  }

  /// How well people would lie within their groups, by the number of groups tried.
  public SortedMap<Integer, Double> silhouettes() {
    return silhouettes;
  }

  /// The same groups among more people; the newer ones are in none.
  Groups among(int people) {
    int[] all = Arrays.copyOf(groupOf, people);
    Arrays.fill(all, Math.min(groupOf.length, people), people, NONE);
    return new Groups(all, count, silhouettes);
  }

  /// Each person's group: the array itself.
  int[] groupOf() {
    return groupOf;
  }
}
