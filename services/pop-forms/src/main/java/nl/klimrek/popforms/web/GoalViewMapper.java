package nl.klimrek.popforms.web;

import nl.klimrek.contracts.popforms.SkillReference;
import nl.klimrek.popforms.goal.Goal;
import nl.klimrek.popforms.goal.GoalEvaluation;
import nl.klimrek.popforms.goal.Skill;
import nl.klimrek.popforms.learning.Activity;
import nl.klimrek.popforms.learning.Evidence;
import nl.klimrek.popforms.learning.Milestone;
import nl.klimrek.servicekit.web.StrictMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps goals to views, field by field. A field that is forgotten on either side does not compile. */
@Mapper(config = StrictMapping.class)
interface GoalViewMapper {

    @Mapping(target = ".", source = "text.text")
    @Mapping(target = ".", source = "aim")
    @Mapping(target = "droppedBecause", source = "dropped.text.text")
    GoalView withWords(Goal goal);

    @Mapping(target = "text", source = "note.text.text")
    GoalView.EvaluationView withWords(GoalEvaluation look);

    @Mapping(target = ".", source = "plan")
    @Mapping(target = ".", source = "reflection")
    @Mapping(target = "used", source = "application.used")
    @Mapping(target = "usedOn", source = "application.on")
    @Mapping(target = "usedNote", source = "application.note.text.text")
    GoalView.ActivityView withWords(Activity activity);

    @Mapping(target = "text", source = "text.text.text")
    GoalView.MilestoneView withWords(Milestone step);

    @Mapping(target = ".", source = "content.text")
    GoalView.EvidenceView withWords(Evidence shown);

    @Mapping(target = ".", source = "aim")
    CodedGoalView inCodes(Goal goal);

    @Mapping(target = ".", source = "plan")
    CodedGoalView.ActivityCodes inCodes(Activity activity);

    CodedGoalView.EvidenceCodes inCodes(Evidence shown);

    SkillReference inCodes(Skill skill);
}
