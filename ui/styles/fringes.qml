<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis minScale="1e+08" version="3.22.16-Białowieża" styleCategories="Symbology|Rendering" hasScaleBasedVisibilityFlag="0" maxScale="0">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling zoomedInResamplingMethod="nearestNeighbour" zoomedOutResamplingMethod="nearestNeighbour" enabled="false" maxOversampling="2"/>
    </provider>
    <rasterrenderer type="singlebandpseudocolor" band="1" classificationMin="-3.141592653589793" classificationMax="3.141592653589793" alphaBand="-1" opacity="1" nodataColor="">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader clip="0" minimumValue="-3.1415926535897931" maximumValue="3.1415926535897931" colorRampType="INTERPOLATED" classificationMode="1" labelPrecision="6">
          <item alpha="255" value="-3.141592653589793" color="#b4dba7" label="-3.142"/>
          <item alpha="255" value="-2.748893571891069" color="#8fdbbe" label="-2.749"/>
          <item alpha="255" value="-2.356194490192345" color="#59d1cb" label="-2.356"/>
          <item alpha="255" value="-1.96349540849362" color="#00bdd1" label="-1.963"/>
          <item alpha="255" value="-1.570796326794897" color="#00a2cd" label="-1.571"/>
          <item alpha="255" value="-1.178097245096172" color="#1984bc" label="-1.178"/>
          <item alpha="255" value="-0.785398163397448" color="#456aa1" label="-0.7854"/>
          <item alpha="255" value="-0.392699081698724" color="#585785" label="-0.3927"/>
          <item alpha="255" value="0" color="#674c71" label="0"/>
          <item alpha="255" value="0.392699081698724" color="#7d4862" label="0.3927"/>
          <item alpha="255" value="0.785398163397448" color="#9a4a52" label="0.7854"/>
          <item alpha="255" value="1.178097245096172" color="#b85743" label="1.178"/>
          <item alpha="255" value="1.570796326794897" color="#d26e3b" label="1.571"/>
          <item alpha="255" value="1.963495408493621" color="#e18e42" label="1.963"/>
          <item alpha="255" value="2.356194490192345" color="#e1b05b" label="2.356"/>
          <item alpha="255" value="2.748893571891069" color="#d0cc82" label="2.749"/>
          <item alpha="255" value="3.141592653589793" color="#b4dba7" label="3.142"/>
          <rampLegendSettings suffix=" rad" prefix="" useContinuousLegend="1" minimumLabel="" orientation="2" maximumLabel="" direction="0">
            <numericFormat id="basic">
              <Option type="Map">
                <Option type="QChar" name="decimal_separator" value=""/>
                <Option type="int" name="decimals" value="2"/>
                <Option type="int" name="rounding_type" value="0"/>
                <Option type="bool" name="show_plus" value="false"/>
                <Option type="bool" name="show_thousand_separator" value="true"/>
                <Option type="bool" name="show_trailing_zeros" value="false"/>
                <Option type="QChar" name="thousand_separator" value=""/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation saturation="0" colorizeGreen="128" colorizeBlue="128" colorizeStrength="100" colorizeRed="255" invertColors="0" grayscaleMode="0" colorizeOn="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
