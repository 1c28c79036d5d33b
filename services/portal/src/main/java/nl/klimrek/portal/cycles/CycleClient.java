package nl.klimrek.portal.cycles;

import java.util.List;
import nl.klimrek.portal.cycles.CycleResponses.Cycle;
import nl.klimrek.portal.cycles.CycleResponses.Template;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.stereotype.Component;

/** Calls of the conversations service that several pages of cycles share. */
@Component
class CycleClient {
    static final String PATH = "/api/cycles";
    static final String ID = "{id:[A-Za-z0-9_:.@+-]{1,200}}";
    private final ServiceClient services;

    CycleClient(ServiceClient services) {
        this.services = services;
    }

    Section<Cycle> find(Viewer viewer, String id) {
        return services.get(viewer, Upstream.CONVERSATIONS, PATH + "/" + id, Cycle.class);
    }

    Section<List<Cycle>> all(Viewer viewer) {
        return services.list(viewer, Upstream.CONVERSATIONS, PATH + "?limit=100", Cycle.class);
    }

    Section<List<Template>> templates(Viewer viewer) {
        return services.list(viewer, Upstream.CONVERSATIONS, "/api/questions/templates?limit=200", Template.class);
    }
}
