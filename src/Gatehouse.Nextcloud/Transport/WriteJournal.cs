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
            var undone = request.Undoes is null ? -1 : done.LastIndexOf(request.Undoes);
            if (undone >= 0)
                done.RemoveAt(undone);
            else if (request.Undoes is null && request.LeavesSomething)
                done.Add(request.Doing);
        }
    }
}
