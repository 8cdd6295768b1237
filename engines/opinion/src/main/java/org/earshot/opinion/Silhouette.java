package org.earshot.opinion;

import java.util.List;

/// How well points lie within their clusters: 1 far from all others, 0 between two.
///
/// **Source:** P. Rousseeuw, Silhouettes, J. Comput. Appl. Math. 20, 1987. A point alone in its
/// cluster counts 0.
final class Silhouette {

  private Silhouette() {}

  /// The mean over points, all counting the same; each pair of points is looked at.
  static double ofPoints(List<PolisClusters.Point> points, int[] clusterOf, int k) {
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      var distance = new double[k];
      var count = new int[k];
      for (int j = 0; j < points.size(); j++) {
        if (i != j) {
          distance[clusterOf[j]] += Math.sqrt(points.get(i).squaredDistance(points.get(j)));
          count[clusterOf[j]]++;
        }
      }
      sum += one(distance, count, clusterOf[i]);
    }
    return points.isEmpty() ? 0 : sum / points.size();
  }

  private static double one(double[] distance, int[] count, int own) {
    double other = Double.POSITIVE_INFINITY;
    for (int c = 0; c < distance.length; c++) {
      if (c != own && count[c] > 0) {
        other = Math.min(other, distance[c] / count[c]);
      }
    }
    if (count[own] == 0 || other == Double.POSITIVE_INFINITY) {
      return 0;
    }
    double within = distance[own] / count[own];
    double larger = Math.max(within, other);
    return larger == 0 ? 0 : (other - within) / larger;
  }
}
