package nl.klimrek.eventing.offset;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.springframework.kafka.listener.BackOffHandler;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;

/** Error handler of a listener that also moves a consumer whose position the log does not have any more. */
public class PositionedErrorHandler extends DefaultErrorHandler {

    private final StartPositions positions;

    public PositionedErrorHandler(
            ConsumerRecordRecoverer recoverer, BackOff backOff, BackOffHandler waiting, StartPositions positions) {
        super(recoverer, backOff, waiting);
        this.positions = positions;
    }

    @Override
    public void handleOtherException(
            Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        OffsetOutOfRangeException outOfRange = StartPositions.outOfRangeIn(failure);
        if (outOfRange == null) {
            super.handleOtherException(failure, consumer, container, batchListener);
        } else {
            positions.outOfRange(consumer, outOfRange);
        }
    }
}
