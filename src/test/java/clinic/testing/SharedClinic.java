package clinic.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running clinic for all tests that knock from outside: started with the first, stopped after the last. */
public final class SharedClinic implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(SharedClinic.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningClinic.class || type == ClinicApi.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        RunningClinic clinic = test.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(
                        RunningClinic.class, any -> RunningClinic.start(RunningClinic.demo()), RunningClinic.class);
        return parameter.getParameter().getType() == ClinicApi.class ? ClinicApi.of(clinic) : clinic;
    }
}
