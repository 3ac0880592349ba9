package clinic.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running clinic for the tests that change accounts and records of them, which the tests of {@link SharedClinic} rely on. */
public final class ClinicForAccounts implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(ClinicForAccounts.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == RunningClinic.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(
                        RunningClinic.class, any -> RunningClinic.start(RunningClinic.demo()), RunningClinic.class);
    }
}
