package org.earshot.cli.record;

import picocli.CommandLine.Command;

/// `earshot record`.
@Command(
    name = "record",
    description = "Checks and copies the public record.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {VerifyCommand.class, MirrorCommand.class})
public final class RecordCommand {}
