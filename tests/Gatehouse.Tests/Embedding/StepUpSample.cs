using Gatehouse.AspNetCore.StepUp;
using Gatehouse.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Tests.Embedding;

/// <summary>What a call needs, for clients that finish a step-up.</summary>
internal static class StepUpSample
{
    public static void Add(WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<RequiredScope>(
            (method, name) => (method, name) == ("tools/call", "notes_delete") ? [Scope.Of("notes.write")] : []
        );
}
