package org.earshot.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// Runs a test once for each of 200 seeds; the test takes one `long`. The seed stands in the
/// failing test's name. `-Dtests.seed=N` replays one seed, `-Dtests.seeds=N` changes how many are
/// tried.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@ArgumentsSource(RandomSeeds.Seeds.class)
public @interface RandomSeeds {

  /// The seeds: fixed ones, so that a build that was green stays green.
  final class Seeds implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      var one = System.getProperty("tests.seed");
      if (one != null) {
        return Stream.of(Arguments.of(Long.parseLong(one)));
      }
      return LongStream.range(0, Long.getLong("tests.seeds", 200)).mapToObj(Arguments::of);
    }
  }
}
