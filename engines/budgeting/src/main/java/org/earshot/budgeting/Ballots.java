package org.earshot.budgeting;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// All ballots of an election, packed. Ballots are numbered from 0 in the file's order; so are a
/// ballot's choices, in the order in which the ballot names them.
///
/// Shapes: ballot `i` has the choices `starts[i]` to `starts[i + 1]`, each a project's index; a
/// project stands at most once on a ballot. The arrays are never changed after [Builder#build].
public final class Ballots {

  final int[] starts;
  final int[] projects;
  final int @Nullable [] points;
  private final int count;

  private Ballots(int count, int[] starts, int[] projects, int @Nullable [] points) {
    this.count = count;
    this.starts = starts;
    this.projects = projects;
    this.points = points;
  }

  /// How many ballots there are, empty ones included.
  public int count() {
    return count;
  }

  /// How many choices all ballots have together.
  public int choices() {
    return starts[count];
  }

  /// The projects of one ballot, in its order.
  public int[] projectsOf(int ballot) {
    return Arrays.copyOfRange(projects, starts[ballot], starts[ballot + 1]);
  }

  /// The points of one ballot's projects, in the same order; 1 each where ballots have no points.
  public int[] pointsOf(int ballot) {
    if (points != null) {
      return Arrays.copyOfRange(points, starts[ballot], starts[ballot + 1]);
    }
    int[] ones = new int[starts[ballot + 1] - starts[ballot]];
    Arrays.fill(ones, 1);
    return ones;
  }

  /// Whether a ballot names a project.
  public boolean names(int ballot, int project) {
    for (int at = starts[ballot]; at < starts[ballot + 1]; at++) {
      if (projects[at] == project) {
        return true;
      }
    }
    return false;
  }

  /// Collects ballots one after the other.
  public static final class Builder {

    private int[] starts = new int[1024];
    private int[] projects = new int[4096];
    private int @Nullable [] points;
    private int[] lastOn = new int[64]; // of each project, the last ballot that names it, plus 1
    private int count;
    private int end;

    /// @param withPoints whether choices have points
    public Builder(boolean withPoints) {
      this.points = withPoints ? new int[4096] : null;
    }

    /// Adds a choice to the ballot that is being filled; false if the ballot has it already.
    public boolean choose(int project, int pointsOfIt) {
      if (project >= lastOn.length) {
        lastOn = Arrays.copyOf(lastOn, Math.max(2 * lastOn.length, project + 1));
      }
      if (lastOn[project] == count + 1) {
        return false;
      }
      lastOn[project] = count + 1;
      if (end == projects.length) {
        projects = Arrays.copyOf(projects, 2 * end);
        points = points == null ? null : Arrays.copyOf(points, 2 * end);
      }
      if (points != null) {
        points[end] = pointsOfIt;
      }
      projects[end++] = project;
      return true;
    }

    /// How many choices the ballot that is being filled has so far.
    int choicesOfThis() {
      return end - starts[count];
    }

    int projectOfThis(int choice) {
      return projects[starts[count] + choice];
    }

    int pointsOfThis(int choice) {
      return points == null ? 1 : points[starts[count] + choice];
    }

    /// Ends the ballot that was being filled; the next begins.
    public void endBallot() {
      if (++count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count] = end;
    }

    public Ballots build() {
      return new Ballots(count, starts, projects, points);
    }
  }
}
