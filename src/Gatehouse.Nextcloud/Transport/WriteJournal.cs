namespace Gatehouse.Nextcloud.Transport;

/// <summary>
/// What was changed in the course of one piece of work. When a later step of it fails, the error can say what is done already, so that nobody
/// does it again. Thread-safe.
/// </summary>
public sealed class WriteJournal
{
    private readonly Lock gate = new();
    private readonly List<string> done = [];

    /// <summary>What was done and not taken back, in order, e.g. <c>Creating the card 'Write docs'</c>.</summary>
    public IReadOnlyList<string> Done
    {
        get
        {
            lock (gate)
                return [.. done];
        }
    }

    /// <summary>A request succeeded.</summary>
    internal void Note(CloudRequest request)
    {
        lock (gate)
        {
            if (request.Undoes is { } undone)
                done.RemoveAt(done.LastIndexOf(undone));
            else if (request.LeavesSomething)
                done.Add(request.Doing);
        }
    }
}
