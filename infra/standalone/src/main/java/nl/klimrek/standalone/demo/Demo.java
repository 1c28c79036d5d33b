package nl.klimrek.standalone.demo;

import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Plays one full cycle on a running platform, through public interfaces only: HR events in over Kafka, everything else
 * over HTTP through the portal. Each run brings somebody new, so it can be played again and again.
 *
 * <p>Exit 0: everything was there. 1: something was missing, and one sentence says what. 2: there is no platform to play on.
 */
@Command(
        name = "infra/demo",
        description = "Plays one full cycle on a running platform.",
        mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {

    private static final int MISSING = 1;
    private static final int NOT_RUNNING = 2;

    @Mixin
    private DemoOptions options;

    public static void main(String[] arguments) {
        // The Kafka client would log to standard output, which is ours.
        System.setProperty("logback.configurationFile", "nl/klimrek/standalone/demo/quiet-logback.xml");
        System.exit(new CommandLine(new Demo()).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            play();
            return 0;
        } catch (NotRunning nothing) {
            System.err.println(nothing.getMessage());
            return NOT_RUNNING;
        } catch (Missing missing) {
            System.out.println();
            System.err.println(missing.getMessage());
            return MISSING;
        }
    }

    private void play() {
        Clock clock = Clock.systemUTC();
        String run = Long.toString(clock.millis(), Character.MAX_RADIX);
        Story story = new Story(run, System.out);
        Api api = new Api(options.portal(), story::correlation);
        Tokens tokens = new Tokens(options.port);
        Person hr = new Person("HR", tokens.of("hr"), api);
        Person bram = new Person("Bram", tokens.of("bram"), api);
        Person auditor = new Person("the auditor", tokens.of("auditor"), api);
        Person anna = new Person("Anna", tokens.of("anna"), api);
        try (Facts facts = new Facts(options.reader());
                HrSystem hrSystem = new HrSystem(options.hrSystem(), clock)) {
            Stage stage = new Stage(story, new TypedWords(), facts, new Mailbox(hr), hr, bram, auditor, clock);
            tell(
                    stage,
                    anna,
                    new Joining(stage, hrSystem, tokens, api),
                    new Joiner(run, stage.today(), RandomGenerator.getDefault()));
        }
        System.out.printf(
                "%ndemo: %d steps, all in the journal, chain verified%n",
                story.correlations().size());
    }

    private void tell(Stage stage, Person anna, Joining joining, Joiner joiner) {
        int coveredBefore = Coverage.seenBy(stage.hr()).developed();
        Person employee = joining.play(joiner);
        Prompts prompts = new Prompts(stage.facts());
        String conversation = new Planning(stage, employee).play();
        new Appointing(stage, employee, conversation, prompts).play(joiner);
        new Preparing(stage, employee, conversation, prompts).play();
        Talking talk = new Talking(stage, employee, conversation, prompts);
        talk.play();
        Growing plan = new Growing(stage, employee, conversation);
        plan.play();
        new Spending(stage, employee, prompts).play(plan.goal(), plan.activity());
        new FollowingUp(stage, employee, prompts).play(conversation, talk.agreement(), plan);
        new Continuing(stage, employee, conversation, talk.promised()).play();
        new Exploring(stage, employee, anna).play();
        new LookingBack(stage, employee).play(conversation, coveredBefore);
        new JournalProof(stage, options).play();
    }
}
