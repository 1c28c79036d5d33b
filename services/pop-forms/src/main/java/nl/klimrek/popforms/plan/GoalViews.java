package nl.klimrek.popforms.plan;

import nl.klimrek.contracts.popforms.SkillReference;
import nl.klimrek.popforms.goal.Activity;
import nl.klimrek.popforms.goal.Evaluation;
import nl.klimrek.popforms.goal.Evidence;
import nl.klimrek.popforms.goal.Goal;
import nl.klimrek.popforms.goal.Skill;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Goals as they are shown, field by field; a field forgotten on either side does not compile. */
@Mapper
interface GoalViews {

    @Mapping(target = ".", source = "words.words")
    @Mapping(target = ".", source = "aim")
    @Mapping(target = "droppedBecause", source = "dropped.words.text")
    GoalView withWords(Goal goal);

    @Mapping(target = "text", source = "note.words.text")
    GoalView.EvaluationView withWords(Evaluation look);

    @Mapping(target = ".", source = "plan")
    @Mapping(target = ".", source = "reflection")
    GoalView.ActivityView withWords(Activity activity);

    @Mapping(target = ".", source = "content.words")
    GoalView.EvidenceView withWords(Evidence shown);

    @Mapping(target = ".", source = "aim")
    GoalCodes inCodes(Goal goal);

    @Mapping(target = ".", source = "plan")
    GoalCodes.ActivityCodes inCodes(Activity activity);

    GoalCodes.EvidenceCodes inCodes(Evidence shown);

    SkillReference inCodes(Skill skill);
}
