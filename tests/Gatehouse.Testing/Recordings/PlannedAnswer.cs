using Microsoft.AspNetCore.Http;

namespace Gatehouse.Testing.Recordings;

/// <summary>What a <see cref="RecordedCloud"/> answers to a request.</summary>
internal sealed record PlannedAnswer(string Method, string Path, Func<HttpContext, Task> Write)
{
    public bool IsUsed { get; set; }

    public bool Answers(SentRequest sent) => sent.GoesTo(Method, Path);
}
