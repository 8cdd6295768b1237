package org.earshot.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// k-means as Polis runs it: the first distinct points are the starting centres, so the result
/// depends on the order of the points. Kept for comparison with Polis; `stable` is better.
final class PolisClusters {

  /// A point or centre, and how many people it stands for.
  record Point(double x, double y, double weight) {

    double squaredDistance(Point other) {
      double dx = x - other.x;
      double dy = y - other.y;
      return dx * dx + dy * dy;
    }

    boolean sameSpot(Point other) {
      return x == other.x && y == other.y;
    }
  }

  private static final double STILL = 0.01;
  private static final Comparator<Point> BY_POSITION =
      Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y);

  private final List<Point> points;
  private final int[] clusterOf;
  private List<Point> centers;

  private PolisClusters(List<Point> points, int k) {
    this.points = points;
    this.clusterOf = new int[points.size()];
    this.centers = firstDistinct(points, k);
  }

  /// Runs it.
  static PolisClusters of(List<Point> points, int k, int mostRounds) {
    var clusters = new PolisClusters(points, k);
    int round = 0;
    while (round < mostRounds && clusters.moved()) {
      round++;
    }
    return clusters;
  }

  /// The cluster of each point, from 0 in the order of the starting centres.
  int[] clusterOf() {
    return clusterOf;
  }

  /// Where the clusters' middles are, and how many people each holds.
  List<Point> centers() {
    return centers;
  }

  private static List<Point> firstDistinct(List<Point> points, int k) {
    var distinct = new ArrayList<Point>();
    for (Point point : points) {
      if (distinct.size() < k && distinct.stream().noneMatch(point::sameSpot)) {
        distinct.add(point);
      }
    }
    return distinct;
  }

  /// One round; says whether the centres moved.
  private boolean moved() {
    for (int i = 0; i < clusterOf.length; i++) {
      clusterOf[i] = nearest(points.get(i));
    }
    var before = centers;
    centers = middles();
    var from = before.stream().sorted(BY_POSITION).toList();
    var to = centers.stream().sorted(BY_POSITION).toList();
    for (int c = 0; c < Math.min(from.size(), to.size()); c++) {
      if (Math.sqrt(from.get(c).squaredDistance(to.get(c))) >= STILL) {
        return true;
      }
    }
    return false;
  }

  private int nearest(Point point) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < centers.size(); c++) {
      double distance = point.squaredDistance(centers.get(c));
      if (distance <= least) { // the later of two equally near
        least = distance;
        nearest = c;
      }
    }
    return nearest;
  }

  /// The middles of the clusters that are not empty; numbers them anew.
  private List<Point> middles() {
    int k = centers.size();
    var x = new double[k];
    var y = new double[k];
    var weight = new double[k];
    for (int i = 0; i < clusterOf.length; i++) {
      var point = points.get(i);
      x[clusterOf[i]] += point.x * point.weight;
      y[clusterOf[i]] += point.y * point.weight;
      weight[clusterOf[i]] += point.weight;
    }
    var middles = new ArrayList<Point>();
    var number = new int[k];
    for (int c = 0; c < k; c++) {
      number[c] = middles.size();
      if (weight[c] > 0) {
        middles.add(new Point(x[c] / weight[c], y[c] / weight[c], weight[c]));
      }
    }
    Arrays.setAll(clusterOf, i -> number[clusterOf[i]]);
    return middles;
  }
}
