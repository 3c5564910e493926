using System.ComponentModel;
using System.Security.Claims;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.OAuth;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Tests.Embedding;

// WithTools takes no static class.
#pragma warning disable S1118

/// <summary>Its tools.</summary>
[McpServerToolType]
internal sealed class NoteTools
{
    [McpServerTool(Name = "notes_list", ReadOnly = true), Description("Lists the notes of the person.")]
    public static string List(ClaimsPrincipal user) => $"The notes of {Allowed(user, "notes.read").PersonKey}.";

    [McpServerTool(Name = "notes_delete"), Description("Deletes a note of the person.")]
    public static string Delete(ClaimsPrincipal user, int id) =>
        $"Note {id} of {Allowed(user, "notes.write").PersonKey} is deleted.";

    private static Access Allowed(ClaimsPrincipal user, string scope)
    {
        var access = Access.Of(user) ?? throw new McpException("Nobody is signed in.");
        return access.Scopes.Contains(Scope.Of(scope))
            ? access
            : throw new McpException($"The person did not grant {scope}. They can sign in again and allow it.");
    }
}
