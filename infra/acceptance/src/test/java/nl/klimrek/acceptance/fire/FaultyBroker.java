package nl.klimrek.acceptance.fire;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.klimrek.eventing.outbox.Broker;
import nl.klimrek.eventing.outbox.OutboxEvent;

/**
 * The broker as one instance reaches it: records come late, up to longer than a lease, or a second time.
 *
 * @param later where what is late waits
 */
record FaultyBroker(
        Broker real, Life life, Weather weather, Witness witness, ScheduledExecutorService later, Breach breach)
        implements Broker {

    private static final int LATEST_MILLIS = (int) Instance.LEASE.plusSeconds(1).toMillis();

    /** One in so many is lost where nobody waits for the broker. */
    private static final int LOST_IN = 20;

    @Override
    public void send(OutboxEvent event, Consumer<Exception> answer) {
        life.pass();
        if (breach == Breach.A_THREAD_DIES) {
            throw new LinkageError("a class is missing");
        }
        if (breach == Breach.NO_WAITING_FOR_THE_BROKER) {
            hastily(event, answer);
        } else if (weather.delays()) {
            later(() -> real.send(event, failure -> hear(failure, answer)));
        } else {
            real.send(event, failure -> hear(failure, answer));
        }
        if (weather.duplicates()) {
            later(() -> real.send(event, failure -> witness.duplicated()));
        }
        life.at(FaultPoint.AFTER_SEND_BEFORE_ACK);
    }

    /** The answer, to those who live; to those who stand still, when they go on. */
    private void hear(Exception failure, Consumer<Exception> answer) {
        try {
            life.pass();
        } catch (Crash dead) {
            return;
        }
        answer.accept(failure);
    }

    private void hastily(OutboxEvent event, Consumer<Exception> answer) {
        if (event.id().hashCode() % LOST_IN != 0) {
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
                weather.upTo(LATEST_MILLIS),
                TimeUnit.MILLISECONDS);
    }
}
