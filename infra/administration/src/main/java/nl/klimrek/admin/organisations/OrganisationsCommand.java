package nl.klimrek.admin.organisations;

import picocli.CommandLine.Command;

/** Opens, closes and lists organisations. */
@Command(
        name = "organisations",
        description = {
            "Opens, closes and lists organisations. Services make an organisation's documents at its first event, with their",
            "default policies; what has to be set up is who speaks for it."
        },
        mixinStandardHelpOptions = true,
        subcommands = {OpenCommand.class, CloseCommand.class, ListCommand.class})
public final class OrganisationsCommand {}
