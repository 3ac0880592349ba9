package clinic.staff;

/** Somebody knocked whose task this is not. */
public class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Actor actor;
    private final Task task;

    public NotAllowed(Actor actor, Task task) {
        super(actor.name() + " may not " + task);
        this.actor = actor;
        this.task = task;
    }

    public Actor actor() {
        return actor;
    }

    public Task task() {
        return task;
    }
}
