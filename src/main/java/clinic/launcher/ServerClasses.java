package clinic.launcher;

import fish.payara.micro.PayaraMicro;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * Payara Micro as the build has laid it out beside the jar. Its one big jar unpacks itself anew at every start; laid
 * out, it starts twice as fast and leaves nothing of its own in the home.
 */
final class ServerClasses {
    private ServerClasses() {}

    /** The server, not yet started. */
    static PayaraMicro load() throws CannotStart {
        Path boot = place(PayaraMicro.class);
        System.setProperty("fish.payara.micro.BootJar", boot.toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", boot.getParent().toString());
        try {
            Object server = Class.forName("fish.payara.micro.impl.PayaraMicroImpl")
                    .getMethod("getInstance")
                    .invoke(null);
            PayaraMicroLauncher.registerLaunchedInstance((PayaraMicroBoot) server);
        } catch (ReflectiveOperationException otherVersion) {
            throw new CannotStart("lib/payara does not hold the server this clinic.jar was built with.", otherVersion);
        }
        return PayaraMicro.getInstance();
    }

    /** What every instance begins with a copy of. */
    static Path template(String folder) {
        return place(PayaraMicro.class).resolveSibling(folder);
    }

    /** The jar a class was loaded from. */
    static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a class file's place is no URI", impossible);
        }
    }
}
