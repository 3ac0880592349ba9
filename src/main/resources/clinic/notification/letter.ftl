${hello?replace("{name}", name)}

${title}.
${lead}

<#if visits?has_content>
<#list visits as visit>
${visit.no}. ${visit.when}
<#if visit.news?has_content>
   ${visit.news}
</#if>
<#if visit.link?has_content>
   ${linkLabel}: ${visit.link}
</#if>
</#list>

</#if>
<#if dropped?has_content>
${droppedLabel}:
<#list dropped as when>
- ${when}
</#list>

</#if>
<#if facts?has_content>
<#list facts as fact>
${fact.label}: ${fact.value}
</#list>

</#if>
<#if also??>
${also.text}
${also.label}:
${also.link}

</#if>
${doLabel}:
${doShown}

${note}

${questions?replace("{phone}", phone)}

${office}
