using Microsoft.AspNetCore.Http;

namespace Gatehouse.Testing.Recordings;

/// <summary>What a <see cref="RecordedCloud"/> answers to a request.</summary>
internal sealed record PlannedAnswer(string Method, string Path, Func<HttpContext, Task> Write)
{
    public bool IsUsed { get; set; }

    /// <summary>A path that ends with <c>*</c> stands for all that begin so: what is made has a name of its own.</summary>
    public bool Answers(SentRequest sent) =>
        Method == sent.Method
        && (
            Path.EndsWith('*')
                ? sent.Path.StartsWith(Path[..^1], StringComparison.Ordinal)
                : string.Equals(Path, sent.Path, StringComparison.Ordinal)
        );
}
