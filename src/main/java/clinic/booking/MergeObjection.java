package clinic.booking;

import java.util.List;

/** Asked before two records become one: what booking would refuse to one patient who had both. */
public interface MergeObjection {
    /**
     * Both records are locked; the kept one has its fields as they will be.
     *
     * @return everything that speaks against it, with {@code gone} as its field
     */
    List<Refusal> against(long kept, long gone);
}
