package nl.klimrek.popforms.career;

import java.util.List;
import nl.klimrek.contracts.popforms.CatalogueKind;
import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.popforms.catalogue.CatalogueRepository;
import nl.klimrek.popforms.catalogue.imports.CatalogueFile;
import nl.klimrek.popforms.catalogue.imports.RowCells;
import org.springframework.stereotype.Component;

/** Files of career steps. */
@Component
final class CareerStepFile implements CatalogueFile<CareerStep> {

    private final CatalogueRepository<CareerStep> steps;

    CareerStepFile(CatalogueRepository<CareerStep> steps) {
        this.steps = steps;
    }

    @Override
    public CatalogueKind kind() {
        return CatalogueKind.CAREER_STEPS;
    }

    @Override
    public List<String> required() {
        return List.of("code", "family", "from", "to", "direction");
    }

    @Override
    public List<String> columns() {
        return List.of("code", "family", "from", "to", "direction", "description", "link", "skills");
    }

    @Override
    public CatalogueRepository<CareerStep> entries() {
        return steps;
    }

    @Override
    public ReadEntry<CareerStep> read(RowCells cells) {
        String code = cells.code("code");
        String family = cells.text("family", CareerStep.FAMILY);
        String from = cells.text("from", CareerStep.JOB);
        String to = cells.text("to", CareerStep.JOB);
        Direction direction = cells.one("direction", Direction.class);
        String description = cells.optionalText("description", CareerStep.DESCRIPTION);
        String link = cells.link("link");
        var skills = cells.skills("skills");
        return new ReadEntry<>(
                code,
                direction == null || !cells.faults().isEmpty()
                        ? null
                        : new CareerStep(code, family, from, to, direction, description, link, skills));
    }

    @Override
    public String name(CareerStep step) {
        return step.from() + " → " + step.to();
    }
}
