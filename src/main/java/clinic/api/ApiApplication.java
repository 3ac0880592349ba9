package clinic.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Everything under {@code /api/v1}; described to programs in META-INF/openapi.yaml. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {
    static final Set<Class<?>> RESOURCES = Set.of(
            ClinicResource.class,
            SlotsResource.class,
            HoldsResource.class,
            ConsultationsResource.class,
            AccountResource.class,
            ClosuresResource.class,
            StrandedResource.class,
            AppointmentsResource.class,
            PatientsResource.class,
            ResourcesResource.class,
            MessagesResource.class,
            LimitsResource.class,
            ProtocolsResource.class,
            ProposalsResource.class,
            RepairsResource.class,
            SeriesResource.class,
            FollowUpResource.class,
            EligibilityResource.class,
            ChecksResource.class,
            AdverseEventsResource.class,
            NursingResource.class,
            NurseResource.class,
            LedgerResource.class);
    private static final Set<Class<?>> PROVIDERS = Set.of(
            JsonBodyReader.class,
            ProblemMapper.class,
            CommitMapper.class,
            QueryParameters.class,
            WriteLimit.class,
            PrivateAnswers.class);

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> all = new java.util.HashSet<>(RESOURCES);
        all.addAll(PROVIDERS);
        return all;
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
