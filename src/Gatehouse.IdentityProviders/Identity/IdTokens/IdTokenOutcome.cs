using System.Text.Json;

namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>What became of an ID token.</summary>
internal abstract record IdTokenOutcome
{
    private IdTokenOutcome() { }

    /// <summary>It is genuine, and for this sign-in.</summary>
    /// <param name="Claims">What it says.</param>
    public sealed record Accepted(JsonElement Claims) : IdTokenOutcome
    {
        /// <summary>Whom it is about; there in every accepted token.</summary>
        public string Subject => Claims.GetProperty("sub").GetString()!;

        /// <inheritdoc/>
        public override string ToString() => "Accepted ***";
    }

    /// <summary>It is not.</summary>
    public sealed record Refused(IdTokenRefusal Refusal) : IdTokenOutcome;
}
