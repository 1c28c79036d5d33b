package nl.klimrek.admin.restore;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import nl.klimrek.admin.broker.GroupOffsets;
import nl.klimrek.admin.platform.AdminException;
import nl.klimrek.admin.platform.Connection;
import nl.klimrek.eventing.aggregate.StreamEpoch;
import nl.klimrek.eventing.control.EarlierIds;
import nl.klimrek.eventing.relay.RelayControl;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;

/**
 * Makes one service whole again after its store was put back from a backup, while no instance of it runs: raises the epoch of
 * its streams and sets its consumer groups back to what the backup had read. Running it twice, or again after it was killed,
 * gives the same.
 */
final class ServiceRestore {

    private static final String JOURNAL = "journal";

    private final Connection connection;
    private final Admin broker;
    private final MongoDatabase database;
    private final String service;
    private final Clock clock;
    private final Consumer<String> progress;

    ServiceRestore(
            Connection connection,
            Admin broker,
            MongoDatabase database,
            String service,
            Clock clock,
            Consumer<String> progress) {
        this.connection = connection;
        this.broker = broker;
        this.database = database;
        this.service = service;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * What a restore does.
     *
     * @param epoch epoch that the service's streams get
     * @param published what other services know and the restored store does not
     * @param positions where each group reads on
     * @param toRead number of records that each group reads again
     * @param gaps records that a group must read and that retention deleted
     */
    record Plan(
            long epoch,
            PublishedSince published,
            Map<String, RestorePositions> positions,
            Map<String, Long> toRead,
            List<String> gaps) {}

    /** The restore of this backup if it is finished; empty otherwise. */
    boolean isFinished(Instant taken) {
        RestoreRecord.Progress done = new RestoreRecord(database).of(taken);
        if (done == null || done.finishedAt() == null) {
            return false;
        }
        progress.accept(service + ": restored from the backup of " + taken + " at " + done.finishedAt() + ", in epoch "
                + done.epoch());
        return true;
    }

    /** Checks that the restore is possible and says what it does. @throws AdminException if it is not possible now */
    Plan plan(Instant taken) throws ExecutionException, InterruptedException {
        if (taken.isAfter(clock.instant())) {
            throw new AdminException("No backup can have been taken at " + taken + ", which is still to come.");
        }
        if (database.listCollectionNames().first() == null) {
            throw new AdminException("The database " + database.getName() + " is empty; put the backup back first.");
        }
        ServiceGroups groups = ServiceGroups.of(broker, service);
        new RunningInstances(service, database, clock).refuse(broker, groups);
        PublishedSince published =
                PublishedSince.read(connection, broker, ServiceGroups.ownTopics(broker, service), taken, progress);
        GroupOffsets offsets = new GroupOffsets(broker);
        Map<String, RestorePositions> positions = new LinkedHashMap<>();
        Map<String, Long> toRead = new LinkedHashMap<>();
        List<String> gaps = new ArrayList<>(CompactedTopics.gaps(groups, taken, clock.instant()));
        for (var group : groups.topics().entrySet()) {
            RestorePositions next = RestorePositions.of(database, offsets, group.getKey(), group.getValue(), taken);
            positions.put(group.getKey(), next);
            toRead.put(group.getKey(), next.records(offsets.offsets(group.getValue(), OffsetSpec.latest())));
            gaps.addAll(next.gaps(offsets, group.getKey(), group.getValue()));
        }
        RestoreRecord.Progress begun = new RestoreRecord(database).of(taken);
        long epoch = begun != null ? begun.epoch() : Math.max(StreamEpoch.of(database), published.highestEpoch()) + 1;
        return new Plan(epoch, published, positions, toRead, gaps);
    }

    /** Tells the operator what the restore does. */
    void describe(Plan plan, Instant taken) {
        progress.accept(
                "%s: its streams begin epoch %d (now %d)".formatted(service, plan.epoch(), StreamEpoch.of(database)));
        plan.toRead()
                .forEach((group, records) -> progress.accept("%s: group %s reads %d records again, %s"
                        .formatted(
                                service,
                                group,
                                records,
                                Objects.requireNonNull(plan.positions().get(group))
                                                .noted()
                                        ? "from the positions in the backup"
                                        : "from one hour before the backup, which has no positions")));
        if (plan.published().events() > 0) {
            progress.accept(
                    ("%s: others know %d events of %d aggregates that it published after %s, and the restored store "
                                    + "does not")
                            .formatted(
                                    service,
                                    plan.published().events(),
                                    plan.published().streams().size(),
                                    taken));
            plan.published().byType().forEach((type, count) -> progress.accept("  %s: %d".formatted(type, count)));
        }
        if (!plan.published().introduced().byRecord().isEmpty()) {
            progress.accept("%s: people who keep their ids when their HR records are read again: %d"
                    .formatted(service, plan.published().introduced().byRecord().size()));
        }
        if (plan.published().introduced().withoutRecord() > 0) {
            progress.accept(
                    "%s: people who joined by a file or a correction and get other ids if HR imports them again: %d"
                            .formatted(service, plan.published().introduced().withoutRecord()));
        }
        plan.gaps().forEach(gap -> progress.accept(service + ": not readable any more: " + gap));
    }

    /** Carries the plan out, or what is left of it. */
    void run(Plan plan, Instant taken) throws ExecutionException, InterruptedException {
        RestoreRecord record = new RestoreRecord(database);
        RestoreRecord.Progress begun = record.of(taken);
        if (begun == null) {
            record.begin(taken, plan.epoch(), clock.instant());
        }
        if (StreamEpoch.of(database) < plan.epoch()) {
            StreamEpoch.raise(database, plan.epoch() - 1, clock.instant(), "restored from the backup of " + taken);
        }
        progress.accept(service + ": streams are in epoch " + plan.epoch());
        new EarlierIds(database).replaceAll(plan.published().introduced().byRecord(), clock.instant());
        GroupOffsets offsets = new GroupOffsets(broker);
        for (var group : plan.positions().entrySet()) {
            if (begun == null || !begun.groups().contains(group.getKey())) {
                offsets.move(group.getKey(), group.getValue().next());
                record.groupIsSetBack(group.getKey());
            }
            progress.accept(service + ": group " + group.getKey() + " is set back");
        }
        RelayControl relays = new RelayControl(database);
        relays.reports().forEach(report -> relays.forget(report.instance()));
        record.finish(clock.instant());
        progress.accept(service + ": restored; "
                + (service.equals(JOURNAL)
                        ? "run infra/journal resume, then start its instances"
                        : "start its instances"));
    }
}
