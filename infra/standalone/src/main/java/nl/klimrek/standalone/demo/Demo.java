package nl.klimrek.standalone.demo;

import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import nl.klimrek.standalone.demo.client.ApiClient;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoOptions;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.EventCollector;
import nl.klimrek.standalone.demo.client.HrEventProducer;
import nl.klimrek.standalone.demo.client.MailboxClient;
import nl.klimrek.standalone.demo.client.PlatformNotRunning;
import nl.klimrek.standalone.demo.client.TokenCommand;
import nl.klimrek.standalone.demo.script.CoverageFigures;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoScript;
import nl.klimrek.standalone.demo.script.PromptTracker;
import nl.klimrek.standalone.demo.script.TypedWords;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Plays one full cycle on a running platform through public interfaces only: HR events over Kafka, everything else
 * over HTTP through the portal. Each run adds a new employee, so it can be repeated.
 *
 * <p>Exit 0: every step succeeded. 1: a step failed, with one sentence that says why. 2: no platform is running.
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
        // Keeps the Kafka client's log lines out of standard output.
        System.setProperty("logback.configurationFile", "nl/klimrek/standalone/demo/quiet-logback.xml");
        System.exit(new CommandLine(new Demo()).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            play();
            return 0;
        } catch (PlatformNotRunning nothing) {
            System.err.println(nothing.getMessage());
            return NOT_RUNNING;
        } catch (DemoFailure missing) {
            System.out.println();
            System.err.println(missing.getMessage());
            return MISSING;
        }
    }

    private void play() {
        Clock clock = Clock.systemUTC();
        String run = Long.toString(clock.millis(), Character.MAX_RADIX);
        DemoScript script = new DemoScript(run, System.out);
        ApiClient api = new ApiClient(options.portal(), script::correlation);
        TokenCommand tokens = new TokenCommand(options.port);
        DemoUser hr = new DemoUser("HR", tokens.of("hr"), api);
        DemoUser bram = new DemoUser("Bram", tokens.of("bram"), api);
        DemoUser auditor = new DemoUser("the auditor", tokens.of("auditor"), api);
        DemoUser anna = new DemoUser("Anna", tokens.of("anna"), api);
        try (EventCollector events = new EventCollector(options.reader());
                HrEventProducer hrSystem = new HrEventProducer(options.hrSystem(), clock)) {
            DemoContext context =
                    new DemoContext(script, new TypedWords(), events, new MailboxClient(hr), hr, bram, auditor, clock);
            tell(
                    context,
                    anna,
                    new NewEmployeeChapter(context, hrSystem, tokens, api),
                    new NewEmployee(run, context.today(), RandomGenerator.getDefault()));
        }
        System.out.printf(
                "%ndemo: %d steps, all in the journal, chain verified%n",
                script.correlations().size());
    }

    private void tell(DemoContext context, DemoUser anna, NewEmployeeChapter joining, NewEmployee newEmployee) {
        int coveredBefore = CoverageFigures.seenBy(context.hr()).developed();
        DemoUser employee = joining.play(newEmployee);
        PromptTracker prompts = new PromptTracker(context.events());
        String conversation = new CycleChapter(context, employee).play();
        new AppointmentChapter(context, options, employee, conversation, prompts).play(newEmployee);
        new PreparationChapter(context, employee, conversation, prompts).play();
        ConversationChapter talk = new ConversationChapter(context, employee, conversation, prompts);
        talk.play();
        DevelopmentPlanChapter plan = new DevelopmentPlanChapter(context, employee, conversation);
        plan.play();
        new BudgetChapter(context, employee, prompts).play(plan.goal(), plan.activity());
        new FollowUpChapter(context, employee, prompts).play(conversation, talk.agreement(), plan);
        CheckInChapter checkIn = new CheckInChapter(context, employee, conversation, talk.promised());
        checkIn.play();
        new PromptChapter(context, employee, checkIn.path()).play(newEmployee);
        new SilenceChapter(context, employee).play();
        new CareerConversationChapter(context, employee, anna).play();
        new ExternalCoachSteps(context, employee, options.portal()).play();
        new ReviewChapter(context, employee).play(conversation, coveredBefore);
        new JournalChapter(context, options).play();
        new ProofChapter(context, options, employee, anna).play(conversation, talk.agreement());
    }
}
