namespace Gatehouse.DemoCloud.Authentication;

/// <summary>What a request showed to say who it is from.</summary>
internal enum CredentialKind
{
    None,
    Session,
    Basic,
    Bearer,
}
