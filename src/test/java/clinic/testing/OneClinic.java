package clinic.testing;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one clinic for all tests that name the same kind of it, and gives it to their constructors. */
abstract class OneClinic implements ParameterResolver {
    private final Map<String, String> settings;

    OneClinic(Map<String, String> settings) {
        this.settings = settings;
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningClinic.class || type == ClinicApi.class;
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        RunningClinic clinic = test.getRoot()
                .getStore(ExtensionContext.Namespace.create(getClass()))
                .getOrComputeIfAbsent(RunningClinic.class, any -> RunningClinic.start(settings), RunningClinic.class);
        return parameter.getParameter().getType() == ClinicApi.class ? ClinicApi.of(clinic) : clinic;
    }
}
