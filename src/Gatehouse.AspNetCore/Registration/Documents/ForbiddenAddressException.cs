namespace Gatehouse.AspNetCore.Registration.Documents;

/// <summary>A host has an address that must not be called. Which one is nobody's business.</summary>
internal sealed class ForbiddenAddressException(string host)
    : IOException($"{host} does not have public addresses only");
