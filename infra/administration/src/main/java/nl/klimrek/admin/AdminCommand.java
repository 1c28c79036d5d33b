package nl.klimrek.admin;

import nl.klimrek.admin.broker.OffsetsCommand;
import nl.klimrek.admin.broker.PartitionsCommand;
import nl.klimrek.admin.broker.RelayCommand;
import nl.klimrek.admin.broker.TopicsCommand;
import nl.klimrek.admin.organisations.OrganisationsCommand;
import nl.klimrek.admin.platform.AdminException;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.admin.restore.BackupCommand;
import nl.klimrek.admin.restore.RestoreCommand;
import nl.klimrek.admin.store.MigrateCommand;
import nl.klimrek.admin.store.RepublishCommand;
import nl.klimrek.admin.store.ShardCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code infra/admin}. Exit 0: done, or nothing to do. 1: a plan or a check found differences. 2: the command is wrong, or
 * broker or store could not be reached.
 */
@Command(
        name = "infra/admin",
        description = "Operates the broker and the stores of a platform.",
        mixinStandardHelpOptions = true,
        subcommands = {
            TopicsCommand.class,
            OffsetsCommand.class,
            RelayCommand.class,
            PartitionsCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            MigrateCommand.class,
            ShardCommand.class,
            RepublishCommand.class,
            OrganisationsCommand.class
        })
public final class AdminCommand {

    private AdminCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command line and returns its exit code. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    public static CommandLine commandLine() {
        return new CommandLine(new AdminCommand()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(sentence(failure));
            return ExitCodes.FAILED;
        });
    }

    private static String sentence(Exception failure) {
        if (failure instanceof AdminException) {
            return String.valueOf(failure.getMessage());
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "The command failed: " + cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
