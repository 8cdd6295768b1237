package org.earshot.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SvgTest {

  @Test
  void aPictureIsDrawnInOrder() {
    var picture =
        new Svg(200, 50, "Two shapes")
            .line(0, 0, 10.126, 0.5, "axis")
            .circle(5, 5, 2, "deep", "five")
            .polyline(new double[] {0, 0, 1.5, 2}, "curve");
    assertThat(picture.markup())
        .hasToString(
            "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 200 50\" style=\"max-width:200px\""
                + " aria-label=\"Two shapes\"><line x1=\"0\" y1=\"0\" x2=\"10.13\" y2=\"0.5\""
                + " class=\"axis\"/><circle cx=\"5\" cy=\"5\" r=\"2\" class=\"deep\"><title>five</title>"
                + "</circle><polyline points=\"0,0 1.5,2\" class=\"curve\"/></svg>");
  }

  @Test
  void whatIsNoNumberHasNoPlace() {
    var picture = new Svg(10, 10, "");
    assertThatThrownBy(() -> picture.circle(Double.NaN, 0, 1, "deep", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> picture.polygon(new double[] {1, 2, 3}, "deep", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 numbers");
  }
}
