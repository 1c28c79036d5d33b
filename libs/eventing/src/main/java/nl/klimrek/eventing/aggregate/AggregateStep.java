package nl.klimrek.eventing.aggregate;

import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;

/**
 * A step of one aggregate, to be stored together with others.
 *
 * @param decider pure; called again if another step was stored in between
 * @param <S> the aggregate's state
 */
public record AggregateStep<S>(Key key, MessageContext cause, Function<Optional<S>, Decision<S>> decider) {}
