package org.earshot.cli.voices;

import picocli.CommandLine.Command;

/// `earshot import`.
@Command(
    name = "import",
    description = "Brings in what residents said elsewhere.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = VoicesCommand.class)
public final class ImportCommand {}
