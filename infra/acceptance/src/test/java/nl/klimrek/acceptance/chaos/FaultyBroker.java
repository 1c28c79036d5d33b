package nl.klimrek.acceptance.chaos;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.relay.Broker;

/**
 * The broker as one instance reaches it: records are duplicated, or delayed by up to more than a lease.
 *
 * @param later scheduler of delayed records
 */
record FaultyBroker(
        Broker real,
        InstanceLifecycle life,
        FaultInjector faults,
        GuaranteeRecorder recorder,
        ScheduledExecutorService later,
        ProtocolBreach breach)
        implements Broker {

    private static final int MAX_DELAY_MILLIS =
            (int) CounterInstance.LEASE.plusSeconds(1).toMillis();

    /** With {@link ProtocolBreach#NO_WAITING_FOR_THE_BROKER}, one record in this many is lost. */
    private static final int LOST_ONE_IN = 20;

    @Override
    public void send(OutboxEvent event, Consumer<Exception> answer) {
        life.pass();
        if (breach == ProtocolBreach.A_THREAD_DIES) {
            throw new LinkageError("a class is missing");
        }
        if (breach == ProtocolBreach.NO_WAITING_FOR_THE_BROKER) {
            withoutWaiting(event, answer);
        } else if (faults.delays()) {
            later(() -> real.send(event, failure -> answer(failure, answer)));
        } else {
            real.send(event, failure -> answer(failure, answer));
        }
        if (faults.duplicates()) {
            later(() -> real.send(event, failure -> recorder.duplicated()));
        }
        life.at(FaultPoint.AFTER_SEND_BEFORE_ACK);
    }

    /** Passes the answer on, after the thaw of a frozen instance, and never to a dead one. */
    private void answer(Exception failure, Consumer<Exception> answer) {
        try {
            life.pass();
        } catch (InstanceCrash dead) {
            return;
        }
        answer.accept(failure);
    }

    private void withoutWaiting(OutboxEvent event, Consumer<Exception> answer) {
        if (event.id().hashCode() % LOST_ONE_IN != 0) {
            real.send(event, failure -> {});
        }
        answer.accept(null);
    }

    private void later(Runnable send) {
        later.schedule(
                () -> {
                    if (!life.isOver()) {
                        send.run();
                    }
                },
                faults.upTo(MAX_DELAY_MILLIS),
                TimeUnit.MILLISECONDS);
    }
}
